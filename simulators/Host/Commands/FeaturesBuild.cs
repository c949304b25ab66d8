namespace PairingLab.Host.Commands;

/// <summary>The features as a test assembly: built when something has changed since.</summary>
internal sealed class FeaturesBuild(Repository repository, LabConsole console)
{
    /// <summary>The test assembly.</summary>
    public string Assembly => Path.Combine(repository.Features, "bin", "Debug", "net10.0", "PairingLab.Features.dll");

    /// <summary>Builds them if that is wanted; else they must be there.</summary>
    public async Task PrepareAsync(bool build, CancellationToken interrupted)
    {
        if (build)
        {
            var packages = await new PackageChoice(repository, console).MakeAsync(interrupted).ConfigureAwait(false);
            await BuildAsync(packages, interrupted).ConfigureAwait(false);
        }
        else if (!File.Exists(Assembly))
        {
            throw new CommandException("the features are not built yet; leave --no-build out");
        }
    }

    private async Task BuildAsync(PackageSet packages, CancellationToken interrupted)
    {
        var stamp = new BuildStamp(repository);
        if (!stamp.IsFresh(packages, Assembly))
        {
            var began = TimeProvider.System.GetUtcNow();
            await new Build(repository, console).DoAsync("building the features", "features", packages, interrupted).ConfigureAwait(false);
            stamp.Set(packages, began);
        }
    }
}
