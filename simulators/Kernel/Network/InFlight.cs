namespace PairingLab.Kernel.Network;

/// <summary>Something under way over a cable; holds the lab clock while the cable is sound.</summary>
internal sealed class InFlight(Cable cable, string what) : IDisposable
{
    private IDisposable? hold;

    /// <summary>Takes or lets go of the clock, as the cable's state demands. Called under the cable's lock.</summary>
    public void FollowCable()
    {
        if (cable.Path is CableState.Connected)
        {
            hold ??= cable.Hold(what);
        }
        else
        {
            LetGo();
        }
    }

    public void Dispose()
    {
        cable.Leave(this);
        LetGo();
    }

    private void LetGo() => Interlocked.Exchange(ref hold, null)?.Dispose();
}
