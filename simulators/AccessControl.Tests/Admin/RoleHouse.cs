using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>One MACS with somebody of each role signed in, for all cells of role × action.</summary>
public sealed class RoleHouse : IAsyncLifetime
{
    private readonly Dictionary<UserRole, AdminClient> clients = [];
    private RunningMacs macs = null!;

    /// <summary>A completed operation.</summary>
    internal string Operation { get; private set; } = "";

    /// <summary>The hash of an enrolled card, which is the one of that operation.</summary>
    internal string Card { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, null, "SN-2");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "test");
        Operation = await macs.EnterAsync("SN-2");
        Card = await macs.Database.RunAsync(s =>
        {
            s.Execute("update cards set aref = 'A-1', ica = '1234', product = 'MCG', enrolled_at = @now", new { now = macs.Now });
            return s.Find<string>("select pan_hash from cards")!;
        });
        foreach (var role in Enum.GetValues<UserRole>())
        {
            clients[role] = await AdminClient.SignedInAsync(macs, role);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        await macs.DisposeAsync();
    }

    internal AdminClient Of(UserRole role) => clients[role];
}
