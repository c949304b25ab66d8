using System.Net;
using System.Text.RegularExpressions;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>What the lab tells a tester beside a device's screen: on the device's page, and no part of its panel.</summary>
[Binding]
public sealed partial class HelpSteps(CommanderSite site)
{
    [Then(@"^the lab's help beside (\S+-\d) says ""(.*)""$")]
    [Needs(Need.Simulator)]
    public async Task Says(string device, string text) => (await HelpAsync(device)).ShouldContain(text);

    [Then(@"^the lab's help beside (\S+-\d) says where the remote session is$")]
    [Needs(Need.Simulator)]
    public async Task SaysWhere(string device) =>
        (await HelpAsync(device)).ShouldContain((await site.Bench.DirectoryAsync()).Devices.Single(d => d.Id == device).Remote!);

    private async Task<string> HelpAsync(string device)
    {
        var page = await site.Bench.Http.GetStringAsync(new Uri(site.Bench.Address, $"/devices/{device}"));
        var help = Help().Match(page);
        help.Success.ShouldBeTrue($"{device}: no help of the lab on its page");
        return WebUtility.HtmlDecode(Tag().Replace(help.Value, " "));
    }

    [GeneratedRegex("<aside class=\"lab-help\".*?</aside>", RegexOptions.Singleline)]
    private static partial Regex Help();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
