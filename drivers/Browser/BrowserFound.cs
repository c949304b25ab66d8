namespace PairingLab.Drivers.Browser;

/// <summary>A browser that can be driven.</summary>
/// <param name="Path">The executable.</param>
/// <param name="How">How it was found, for the head of the run: "bench file", "PAIRINGLAB_BROWSER", "chromium" …</param>
public sealed record BrowserFound(string Path, string How);
