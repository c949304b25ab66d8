using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.AccessControl.Tests.Postgres;

namespace PairingLab.AccessControl.Tests.Processes;

/// <summary>Two processes of MACS on one PostgreSQL serve the same devices.</summary>
[Collection("postgres")]
public sealed class TwoProcessTests(PostgresServer postgres)
{
    private const int Rounds = 40;

    [Fact]
    public async Task Of_taps_of_one_card_at_two_processes_at_once_one_takes_the_last_free_entry()
    {
        var (one, other, connection) = await StartAsync();
        using (one)
        using (other)
        {
            for (var round = 0; round < Rounds; round++)
            {
                // The card has been here before: of a new card the first insert alone keeps the other taps waiting.
                var pan = $"54321012345678{round:D2}";
                await EnterAsync(one, pan);
                var answers = await Task.WhenAll(
                    TapAsync(one, "SN-1", pan), TapAsync(other, "SN-2", pan), TapAsync(other, "SN-1", pan), TapAsync(one, "SN-2", pan));
                answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1, $"round {round}");
                var winner = answers.Single(a => a.IsSuccessStatusCode);
                var serial = Array.IndexOf(answers, winner) % 2 == 0 ? "SN-1" : "SN-2";
                var accessId = (await RunningMacs.ReadAsync<CheckEntryResponse>(winner)).AccessId;

                // Confirmed at the process that did not check it, and at both.
                var confirmed = await Task.WhenAll(
                    one.PostAsync(serial, "/pos/confirm_entry", new ConfirmEntryRequest(accessId)),
                    other.PostAsync(serial, "/pos/confirm_entry", new ConfirmEntryRequest(accessId)));
                confirmed.ShouldAllBe(a => a!.IsSuccessStatusCode);
                (await RunningMacs.CodeOfAsync(await TapAsync(other, "SN-2", pan))).ShouldBe("422 LIMIT_EXCEEDED");
            }
        }

        await using var database = MacsDatabase.Open(connection, null);
        (await database.RunAsync(s => s.Find<long>("select count(*) from operations where status = 'COMPLETED'"))).ShouldBe(Rounds * 2);
    }

    private static async Task EnterAsync(MacsProcess macs, string pan)
    {
        var accessId = (await RunningMacs.ReadAsync<CheckEntryResponse>(await TapAsync(macs, "SN-1", pan))).AccessId;
        (await macs.PostAsync("SN-1", "/pos/confirm_entry", new ConfirmEntryRequest(accessId)))!.IsSuccessStatusCode.ShouldBeTrue();
    }

    private static async Task<HttpResponseMessage> TapAsync(MacsProcess macs, string serial, string pan) =>
        (await macs.PostAsync(serial, "/pos/check_entry", new CheckEntryRequest(pan, "05/33", "CHIP")))!;

    private async Task<(MacsProcess One, MacsProcess Other, string Connection)> StartAsync()
    {
        var connection = postgres.NewDatabase();
        await using (var database = MacsDatabase.Open(connection, null))
        {
            await PreparedMacs.PrepareAsync(database, mostFree: 2);
        }

        var both = await Task.WhenAll(MacsProcess.StartAsync(connection), MacsProcess.StartAsync(connection));
        return (both[0], both[1], connection);
    }
}
