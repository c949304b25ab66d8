using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Tests.Api;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Tests.Devices;

public sealed class WorkstationLinkTests : IAsyncLifetime
{
    private readonly CancellationToken soon = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System).Token;
    private readonly ConcurrentQueue<string> heard = new();
    private RunningCommander commander = null!;
    private WorkstationCredentials credentials = null!;

    public async ValueTask InitializeAsync()
    {
        commander = await RunningCommander.StartAsync();
        credentials = new(await commander.PairAsync(), X509CertificateLoader.LoadCertificate(commander.Service.AuthorityCertificate));
        await commander.Clock.AdvanceAsync(TimeSpan.FromDays(360), soon);
    }

    public async ValueTask DisposeAsync() => await commander.DisposeAsync();

    [Fact]
    public async Task A_question_that_was_still_to_be_asked_when_the_certificate_was_renewed_is_no_end_of_trust()
    {
        using var link = await OpenAsync();
        var listening = link.ListenAsync(m => heard.Enqueue(m.Type));

        (await link.RenewAsync("pos-1", credentials, soon)).ShouldNotBeNull();
        await Should.ThrowAsync<IOException>(() => link.AskAsync(new("heartbeat"), soon));

        heard.ShouldBeEmpty();
        link.Dispose();
        await listening;
    }

    [Fact]
    public async Task An_end_of_trust_is_heard_by_who_asks_next()
    {
        using var link = await OpenAsync();
        var listening = link.ListenAsync(m => heard.Enqueue(m.Type));
        (await link.AskAsync(new("heartbeat"), soon)).Type.ShouldBe("ok");

        commander.Service.Do(new RevokeAllTrust(await commander.OpenSiteSecurityAsync())).Refusal.ShouldBeNull();
        await listening;

        heard.ShouldBe(["broken"]);
        await Should.ThrowAsync<IOException>(() => link.AskAsync(new("heartbeat"), soon));
    }

    private Task<WorkstationLink> OpenAsync() => WorkstationLink.OpenAsync(
        commander.Address, credentials, new Cable("pos-1", commander.Clock, new Random(1)),
        new WireTap(commander.Clock, new(CommanderSystem.Description)), commander.Clock,
        soon);
}
