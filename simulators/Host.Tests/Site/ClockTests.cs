using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

public sealed class ClockTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("pairinglab-");

    public void Dispose() => data.Delete(recursive: true);

    /// <summary>Or everything that the lab has kept would lie in the future.</summary>
    [Fact]
    public async Task A_stepped_clock_goes_on_where_it_stood_when_its_lab_is_started_again()
    {
        DateTimeOffset stood;
        await using (var site = await StartAsync())
        {
            await site.Clock.AdvanceAsync(TimeSpan.FromDays(40));
            stood = site.Clock.GetUtcNow();
        }

        await using var again = await StartAsync();
        again.Clock.GetUtcNow().ShouldBe(stood);
        await again.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        again.Clock.GetUtcNow().ShouldBe(stood.AddSeconds(1));
    }

    private Task<LabSite> StartAsync() =>
        LabSite.StartAsync(new() { DataFolder = data.FullName, Stepped = true, Systems = [PairingSystems.BuiltIn.All[0].Name] });
}
