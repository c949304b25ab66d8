using System.Net.Http.Json;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>A POS system of another maker that speaks to the Commander by itself.</summary>
[Binding]
public sealed class ThirdPartySteps(CommanderSite site)
{
    private string answer = "";

    [When(@"^a POS system of another maker asks to be paired$")]
    [Needs(Need.Simulator, "commander-1")]
    public async Task AsksToBePaired()
    {
        var api = (await site.Bench.DirectoryAsync()).Systems[0].Api;
#pragma warning disable MA0039 // A device that is not paired yet can't know the Commander's certificate: that is what pairing is for.
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
#pragma warning restore MA0039
        using var http = new HttpClient(handler);
        using var reply = await http.PostAsJsonAsync(
            new Uri(new Uri(api!), "/pairing/sessions"), new { workstation = "acme-1", vendor = "Acme", model = "Till" });
        answer = await reply.Content.ReadAsStringAsync();
    }

    [Then(@"^it is refused with ""(.*)""$")]
    public void IsRefused(string text) => answer.ShouldContain(text);
}
