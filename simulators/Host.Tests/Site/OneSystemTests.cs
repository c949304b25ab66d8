using PairingLab.Host.Commands;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>A lab of one system, for a demonstration: by an option, and by a bench file for each.</summary>
public sealed class OneSystemTests
{
    public static TheoryData<string> Systems => [.. PairingSystems.BuiltIn.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task A_lab_of_one_system_has_its_devices_and_no_tab_of_another(string system)
    {
        await using var site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample.Only([system]));
        using var http = new HttpClient();

        site.Systems.Select(s => s.Description.Name).ShouldBe([system]);
        site.Devices.All.Select(d => d.Info.System).Distinct(StringComparer.Ordinal).ShouldBe([system]);
        var html = await http.GetStringAsync(site.Address);
        PairingSystems.BuiltIn.All.Where(s => s.Name != system).ShouldAllBe(s => !html.Contains($"/systems/{s.Name}"));
    }

    [Fact]
    public void An_unknown_system_is_named_with_those_there_are() =>
        Should.Throw<SiteException>(() => PairingSystems.BuiltIn.Sample.Only(["coffee"])).Message
            .ShouldBe("--system coffee: no such system; allowed values: commander, sci, smartconnect, terminal-trust, access-control");

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task Each_system_has_a_bench_of_its_own_that_can_be_paired(string system)
    {
        var file = Path.Combine(Repository.Find().Root, "lab-config", "benches", $"{system}.json");
        await using var site = await LabSite.StartAsync(HostedBench.Of(CheckedBench.Read(file)).Only([system]));

        site.Clock.CanAdvance.ShouldBeTrue("time travel is a part of each demonstration");
        site.Systems.Single().Guide([.. site.Devices.All]).ShouldNotBeNull("a device that the pairing takes is missing");
    }
}
