using System.Net.Sockets;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>The Helpdesk's remote session to a workstation, as a terminal program (PuTTY, raw) opens it.</summary>
[Binding]
public sealed class HelpdeskSteps(CommanderSite site)
{
    private string? answer;

    [When(@"^the Helpdesk opens a remote session to (pos-\d)$")]
    [Needs(Need.Simulator)]
    public async Task OpenSession(string device)
    {
        var address = new Uri((await site.Bench.DirectoryAsync()).Devices.Single(d => d.Id == device).Remote!);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        using var reader = new StreamReader(client.GetStream());
        answer = await reader.ReadLineAsync(limit.Token);
        site.Bench.Witness.Attested(device, "remote session of the Helpdesk", answer ?? "(closed)");
    }

    [Then(@"^the Helpdesk is told ""(.*)""$")]
    public void IsTold(string text) => answer.ShouldBe(text);

    [Then(@"^the Helpdesk is let in$")]
    public void IsLetIn() => answer.ShouldNotBeNull().ShouldEndWith(": paired");
}
