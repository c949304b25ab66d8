namespace PairingLab.Drivers.StandIns;

/// <summary>Starts the stand-in of this package set.</summary>
public static class StandIn
{
    /// <summary>Starts it.</summary>
    /// <param name="root">The repository.</param>
    /// <exception cref="StandInMissingException">Something that it needs is not there.</exception>
    public static Task<IStandIn> StartAsync(string root) => LocalStandIn.StartAsync(root);
}
