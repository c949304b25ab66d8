using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Tests.Processes;

/// <summary>A database with two locations, two paired terminals (SN-1, SN-2) and one ruleset, before any process serves it.</summary>
internal static class PreparedMacs
{
    public static async Task PrepareAsync(IMacsDatabase database, int? mostFree, SpendRule? spend = null)
    {
        var clock = new RealClock();
        using var http = new HttpClient();
        var macs = new MacsServices(database, new(Encoding.ASCII.GetBytes(MacsProcess.Secret)), http, clock, new(),
            RandomNumberGenerator.GetInt32);
        await macs.Locations.SaveAsync(new() { Id = "WAW-1", Name = "Chopin Lounge", Country = "POL", Service = "Lounge" });
        await macs.Locations.SaveAsync(new() { Id = "WAW-2", Name = "Chopin Fast Line", Country = "POL", Service = "FastLine" });
        await macs.RuleCommands.SetRateAsync("EUR", "978", 1m);
        foreach (var (serial, location) in new[] { ("SN-1", "WAW-1"), ("SN-2", "WAW-2") })
        {
            await macs.Locations.AddTerminalAsync(serial, location);
            var code = (await macs.Pairing.GetCodeAsync(serial))!.Code;
            (await macs.Pairing.PairAsync(serial, code, RunningMacs.PublicKey(serial))).ShouldBeNull();
        }

        var now = clock.GetUtcNow();
        await macs.RuleCommands.SaveAsync(
            new Ruleset(0, "Everybody", now.AddDays(-1), now.AddDays(365)) { Cardholder = new(new(mostFree), null), Spend = spend }, "me");
    }
}
