using System.Net;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.AccessControl.Tests.Postgres;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The same on PostgreSQL, where several processes serve the panel.</summary>
[Collection("postgres")]
public sealed class PostgresSignInTests(PostgresServer server) : SignInTests
{
    [Fact]
    public async Task A_session_of_one_process_is_one_of_the_other()
    {
        var database = server.NewDatabase();
        await using var one = await RunningMacs.StartAsync(null, MacsDatabase.Open(database, null));
        await using var other = await RunningMacs.StartAsync(null, MacsDatabase.Open(database, null));
        using var client = await AdminClient.SignedInAsync(one, UserRole.Admin);
        using var elsewhere = new AdminClient(other.Address);
        elsewhere.Cookies.SetCookies(new Uri(other.Address),
            $"macs-session={client.Cookies.GetAllCookies().Single(c => c.Name == "macs-session").Value}");
        (await elsewhere.GetAsync("/admin/users")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.PostAsync("/admin/sign-out", await client.TokenAsync("/admin/terms")))
            .StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetAsync("/admin/users")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private protected override IMacsDatabase Open() => server.Open();
}
