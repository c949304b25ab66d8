using System.Text.RegularExpressions;

namespace PairingLab.Host.Commands;

/// <summary>Chooses the package set: what the person says, else the full one if the feed has it, which is tried once.</summary>
public sealed partial class PackageChoice(Repository repository, LabConsole console)
{
    /// <summary>Names the set, in the environment as in MSBuild.</summary>
    public const string Variable = "LabPackages";

    private const string Probe = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Reqnroll.xUnit" Version="3.3.3" />
            <PackageReference Include="System.IO.Ports" Version="10.0.0" />
            <PackageReference Include="WireMock.Net" Version="2.15.0" />
          </ItemGroup>
        </Project>
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private string File => Path.Combine(repository.Memory, "packages");

    /// <summary>The set of this run, and says which.</summary>
    public async Task<PackageSet> MakeAsync(CancellationToken cancel)
    {
        var set = Said() ?? InPackageFolder() ?? Remembered() ?? await TryAsync(cancel).ConfigureAwait(false);
        console.Say(set.ToString());
        return set;
    }

    private static PackageSet? Said() => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => null,
        var name when PackageSet.IsName(name) => new(name, $"{Variable} says so"),
        var other => throw new CommandException($"{Variable} is '{other}'; it can be {PackageSet.Full} or {PackageSet.Portable}"),
    };

    private static PackageSet? InPackageFolder()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(Path.Combine(folder, "reqnroll.xunit", "3.3.3")) ? new(PackageSet.Full, "Reqnroll is in the NuGet folder") : null;
    }

    // Another SDK may come with another feed, so the outcome holds for this one.
    private PackageSet? Remembered() =>
        System.IO.File.Exists(File) && System.IO.File.ReadAllText(File).Trim().Split('\t') is [var name, var sdk, var why]
        && PackageSet.IsName(name) && sdk == Environment.Version.ToString()
            ? new(name, why)
            : null;

    private async Task<PackageSet> TryAsync(CancellationToken cancel)
    {
        var set = await console.DuringAsync("looking which packages the feed has", () => RestoreAsync(cancel)).ConfigureAwait(false);
        Directory.CreateDirectory(repository.Memory);
        await System.IO.File.WriteAllTextAsync(File, $"{set.Name}\t{Environment.Version}\t{set.Why}\n", cancel).ConfigureAwait(false);
        return set;
    }

    /// <summary>Restores into a folder of its own: half a success in the NuGet folder would flip the property for all builds.</summary>
    private async Task<PackageSet> RestoreAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("pairinglab-packages-").FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var project = Path.Combine(folder, "Probe.csproj");
            await System.IO.File.WriteAllTextAsync(project, Probe, cancel).ConfigureAwait(false);
            var missing = new List<string>();
            var code = await new Dotnet(repository).RunAsync(
                ["restore", project, "--packages", Path.Combine(folder, "packages")],
                line => missing.AddRange(MissingPackage().Matches(line).Select(m => m.Groups["id"].Value)),
                cancel: limit.Token).ConfigureAwait(false);
            return code == 0 ? new(PackageSet.Full, "the feed has them all")
                : new(PackageSet.Portable, missing.Count > 0 ? $"the feed has no {missing[0]}" : "the full set can't be restored");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(PackageSet.Portable, $"the feed did not answer within {Patience.TotalMinutes:0} minutes");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"error NU1101: Unable to find package (?<id>[\w.]+?)\. ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingPackage();
}
