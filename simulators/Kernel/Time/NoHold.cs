namespace PairingLab.Kernel.Time;

/// <summary>A hold that holds nothing.</summary>
internal sealed class NoHold : IDisposable
{
    public static readonly NoHold Instance = new();

    public void Dispose()
    {
    }
}
