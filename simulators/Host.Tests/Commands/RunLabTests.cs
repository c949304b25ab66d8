using System.Diagnostics;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Commands;

/// <summary>
/// run-lab.sh: when it builds the program, and what it says when it cannot. In place of dotnet a script notes what it was told.
/// </summary>
public sealed class RunLabTests : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        echo "$*" >>told
        case $1 in build) mkdir -p .lab/host; : >.lab/host/PairingLab.Host.dll;; esac
        """;

    private readonly TestFolder folder = new();

    public RunLabTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "run-lab.sh is for a Unix shell");
        File.Copy(Path.Combine(Repository.Find().Root, "run-lab.sh"), Path.Combine(folder.Path, "run-lab.sh"));
        string[] sources =
        [
            "Directory.Build.props", "Directory.Packages.props", "global.json", "simulators/Host/Program.cs", "drivers/Drivers.csproj",
            "reports/Reports.csproj", "features/Reqnroll/Generator/FeatureGenerator.cs", "sdk/sdk/10.0.100/dotnet.dll",
        ];
        foreach (var source in sources)
        {
            Write(source);
        }

        File.WriteAllText(Path.Combine(folder.Path, "sdk", "dotnet"), Dotnet);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(folder.Path, "sdk", "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task It_builds_the_program_once_and_hands_its_arguments_on()
    {
        await RunAsync("--tags", "@smoke");
        await RunAsync("--list");
        var told = Told();
        told.Count(IsBuild).ShouldBe(1);
        told.Where(t => t.Contains("PairingLab.Host.dll", StringComparison.Ordinal)).Select(t => t[(t.IndexOf(' ') + 1)..])
            .ShouldBe(["--tags @smoke", "--list"]);
    }

    [Theory]
    [InlineData("simulators/Host/Program.cs", true)]
    [InlineData("drivers/Serial/New.cs", true)]
    [InlineData("Directory.Packages.props", true)]
    [InlineData("sdk/sdk/10.0.200/dotnet.dll", true)] // another SDK
    [InlineData("features/Reqnroll/Generator/FeatureGenerator.cs", false)] // of the features, which the program builds: BuildStampTests
    [InlineData("drivers/Drivers.Tests/New.cs", false)]
    [InlineData("reports/out/2030/junit.xml", false)]
    [InlineData("simulators/Host/obj/project.assets.json", false)]
    public async Task It_builds_again_when_a_source_of_the_program_changed(string file, bool builds)
    {
        await RunAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, ".lab", "host-built"), now.AddMinutes(-1));
        foreach (var source in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.lab/")))
        {
            File.SetLastWriteTimeUtc(source, now.AddHours(-1));
        }

        await RunAsync();
        Told().Count(IsBuild).ShouldBe(1, "nothing changed");
        Write(file);
        await RunAsync();
        Told().Count(IsBuild).ShouldBe(builds ? 2 : 1);
    }

    [Fact]
    public async Task Without_dotnet_it_says_what_to_install()
    {
        Directory.Delete(Path.Combine(folder.Path, "sdk"), recursive: true);
        var (code, said) = await StartAsync(folder.Path);
        code.ShouldBe(2);
        said.ShouldContain("install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0");
    }

    public void Dispose() => folder.Dispose();

    private static bool IsBuild(string told) => told.StartsWith("build simulators/Host ", StringComparison.Ordinal);

    private string[] Told() => File.ReadAllLines(Path.Combine(folder.Path, "told"));

    private void Write(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
        folder.Write(name, "");
    }

    private async Task RunAsync(params string[] arguments)
    {
        var (code, said) = await StartAsync($"{Path.Combine(folder.Path, "sdk")}:/usr/bin:/bin", arguments);
        code.ShouldBe(0, said);
    }

    private async Task<(int Code, string Said)> StartAsync(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(folder.Path, "run-lab.sh"), .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = path;
        using var script = Process.Start(start)!;
        var errors = script.StandardError.ReadToEndAsync();
        var said = await script.StandardOutput.ReadToEndAsync() + await errors;
        await script.WaitForExitAsync();
        return (script.ExitCode, said);
    }
}
