namespace PairingLab.Host.Commands;

/// <summary>The features as a program: built when something has changed since.</summary>
internal sealed class FeaturesBuild(Repository repository, LabConsole console)
{
    /// <summary>The program: its tests are the scenarios.</summary>
    public string Assembly => Path.Combine(repository.Features, "bin", "Debug", "net10.0", "PairingLab.Features.dll");

    /// <summary>Builds them if that is wanted; else they must be there.</summary>
    public async Task PrepareAsync(bool build, CancellationToken interrupted)
    {
        if (build)
        {
            await BuildAsync(interrupted);
        }
        else if (!File.Exists(Assembly))
        {
            throw new CommandException("the features are not built yet; leave --no-build out");
        }
    }

    private async Task BuildAsync(CancellationToken interrupted)
    {
        var stamp = new BuildStamp(repository);
        if (!stamp.IsFresh(Assembly))
        {
            var began = TimeProvider.System.GetUtcNow();
            await new Build(repository, console).DoAsync("building the features", "features", interrupted);
            stamp.Set(began);
        }
    }
}
