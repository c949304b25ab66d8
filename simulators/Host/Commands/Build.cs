namespace PairingLab.Host.Commands;

/// <summary>Restores and builds a project; its output is shown only when it fails.</summary>
public sealed class Build(Repository repository, LabConsole console)
{
    /// <summary>Builds with a package set.</summary>
    /// <exception cref="CommandException">It does not build; the errors were shown.</exception>
    public async Task DoAsync(string what, string project, PackageSet packages, CancellationToken cancel)
    {
        var errors = new List<string>();
        var code = await console.DuringAsync(what, () => new Dotnet(repository).RunAsync(
            ["build", project, "-nologo", "-v", "q", $"-p:LabPackages={packages.Name}"], Take, cancel: cancel)).ConfigureAwait(false);
        if (code != 0)
        {
            errors.Distinct(StringComparer.Ordinal).Take(10).ToList().ForEach(console.Complain);
            throw new CommandException($"{project} does not build; see for yourself: dotnet build {project} -p:LabPackages={packages.Name}");
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
