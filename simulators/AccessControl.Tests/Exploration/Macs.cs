using System.Globalization;
using System.Security.Cryptography;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Tests.Exploration;

/// <summary>MACS where anything may happen; after every act it must agree with the reference model.</summary>
internal sealed class Macs : IAsyncDisposable
{
    private static readonly string[] People = ["Anna", "Boris", "Clara"];
    private static readonly string[] Cards = ["5432111234567890", "5432119876543210", "5432161234567890"];

    private readonly IMacsDatabase database = SqliteDatabase.Open(null);
    private readonly SteppedClock clock = new();
    private readonly HttpClient http = new();
    private readonly ReferenceModel model = new();
    private readonly MacsServices services;

    private Macs() => services = new(database, new(RunningMacs.Secret), http, clock, new(), RandomNumberGenerator.GetInt32);

    /// <summary>What was met, and how often.</summary>
    public Dictionary<string, int> Seen => model.Seen;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>MACS as <see cref="ActWords.Beginning" /> tells it.</summary>
    public static async Task<Macs> StartAsync()
    {
        var macs = new Macs();
        await macs.SetUpAsync();
        return macs;
    }

    /// <summary>A visit in words.</summary>
    public static string Words(string id, string status, bool paid, long adults) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} {status} {(paid ? "paid" : "free")} {adults}");

    public async Task DoAsync(Act act)
    {
        await WorkAsync(act, People[act.Who], $"MACS-{act.Device + 1}");
        (await services.Locations.OperationsAsync(1000))
            .Select(o => Words(
                o.Id, o.Status == OperationStatus.Created && o.ExpiresAt <= Now ? OperationStatus.Expired : o.Status, o.Paid == 1,
                o.Status is OperationStatus.Completed or OperationStatus.Reversed ? o.AdultGuests : 0))
            .ShouldBe(model.All(Now), ignoreOrder: true);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await database.DisposeAsync();
    }

    private async Task SetUpAsync()
    {
        await services.Locations.SaveAsync(
            new() { Id = "waw-lounge", Name = "Chopin Lounge", Country = "POL", Service = "Lounge", CooldownMinutes = 30 });
        await services.Locations.SaveAsync(new() { Id = "ber-fast", Name = "Berlin Fast Line", Country = "DEU", Service = "FastLine" });
        foreach (var (serial, location) in new[] { ("MACS-1", "waw-lounge"), ("MACS-2", "waw-lounge"), ("MACS-3", "ber-fast") })
        {
            await services.Locations.AddTerminalAsync(serial, location);
            var code = (await services.Pairing.GetCodeAsync(serial))!.Code;
            (await services.Pairing.PairAsync(serial, code, RunningMacs.PublicKey(serial))).ShouldBeNull();
        }

        await services.RuleCommands.AddIssuerAsync(new(new("543210", "543214"), "1001", "Alpha Bank", "POL", "MCG"));
        await services.RuleCommands.AddIssuerAsync(new(new("543215", "543219"), "1001", "Alpha Bank", "POL", "MPL"));
        await services.RuleCommands.SetRateAsync("EUR", "978", 1m);
        await services.RuleCommands.SaveAsync(
            new(0, "Free, then paid", Now.AddYears(-1), Now.AddYears(10))
            {
                Products = ["MCG"],
                MostUsages = 6,
                Cardholder = new(new(2), new(new(25.5m, "EUR"), 2), PeriodDays: 1, MostPerLocation: 3),
                Adults = new(new(3), null, MostPerFlight: 2),
            },
            "me");
    }

    private Task WorkAsync(Act act, string who, string device) => act.Kind switch
    {
        ActKind.Tap => TapAsync(act.Who, device),
        ActKind.Confirm => ConfirmAsync(device, model.CheckedAt(device), 0),
        ActKind.ConfirmWithGuests => ConfirmAsync(device, model.CheckedAt(device), act.Adults),
        ActKind.Enter => EnterAsync(act.Who, device, act.Adults),
        ActKind.ReverseAsAdmin => ReverseAsync(model.LatestOf(who), UserRole.Admin),
        ActKind.ReverseAsServiceProvider => ReverseAsync(model.LatestOf(who), UserRole.ServiceProvider),
        _ => clock.AdvanceAsync(TimeSpan.FromSeconds(act.Seconds)),
    };

    private async Task<CheckAnswer> TapAsync(int person, string device)
    {
        var answer = await services.Check.TapAsync(Terminal(device), new(Cards[person], "2028-05", "CONTACTLESS"));
        var right = model.Tap(People[person], device, Now);
        Note(answer.Error).ShouldBe(right.Why);
        if (right.Why is null)
        {
            (answer.FreeLeft, answer.PaidLeft).ShouldBe((right.Free, right.Paid), "visits left");
        }

        model.Record(answer.Operation!.Id, People[person], device, right, Now);
        return answer;
    }

    private async Task EnterAsync(int person, string device, int adults)
    {
        if (await TapAsync(person, device) is { Error: null, Operation: { } operation })
        {
            await ConfirmAsync(device, operation.Id, adults);
        }
    }

    private async Task ConfirmAsync(string device, string id, int adults)
    {
        var answer = await services.Confirm.ConfirmAsync(Terminal(device), id, adults, 0, []);
        Note(answer.Error).ShouldBe(model.Confirm(id, adults, Now));
    }

    private async Task ReverseAsync(string id, UserRole role) =>
        Note(await services.Reverse.ReverseAsync(id, "somebody", role, "entered by mistake"))
            .ShouldBe(model.Reverse(id, role == UserRole.Admin, Now));

    private static PairedTerminal Terminal(string serial) => new(serial, RunningMacs.PublicKey(serial));

    private Refusal? Note(Refusal? refusal)
    {
        if (refusal is { } reason)
        {
            model.Count($"refused {reason}");
        }

        return refusal;
    }
}
