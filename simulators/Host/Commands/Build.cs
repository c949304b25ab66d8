namespace PairingLab.Host.Commands;

/// <summary>Restores and builds a project; its output is shown only when it fails.</summary>
public sealed class Build(Repository repository, LabConsole console)
{
    // Analyzers are a third of the compiler's work and find nothing that a person who runs the lab could use: CI builds with them.
    private static readonly string[] Quickly =
        ["-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:UseSharedCompilation=true"];

    /// <summary>Builds it.</summary>
    /// <exception cref="CommandException">It does not build; the errors were shown.</exception>
    public async Task DoAsync(string what, string project, CancellationToken cancel)
    {
        var errors = new List<string>();
        var code = await console.DuringAsync(what, () => new Dotnet(repository).RunAsync(
            ["build", project, "-nologo", "-v", "q", .. Quickly], Take, cancel: cancel));
        if (code != 0)
        {
            errors.Distinct(StringComparer.Ordinal).Take(10).ToList().ForEach(console.Complain);
            throw new CommandException($"{project} does not build; see for yourself: dotnet build {project}");
        }

        void Take(string line)
        {
            if (line.Contains(": error ", StringComparison.Ordinal))
            {
                errors.Add(line.Trim());
            }
        }
    }
}
