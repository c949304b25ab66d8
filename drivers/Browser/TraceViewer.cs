using System.Globalization;

namespace PairingLab.Drivers.Browser;

/// <summary>Playwright's viewer of traces, which comes with it.</summary>
public static class TraceViewer
{
    /// <summary>Shows a trace until its window is closed, or serves it for a browser on a port; gives the exit code.</summary>
    /// <param name="file">The trace.</param>
    /// <param name="port">The port, 0 for any; null for a window.</param>
    public static int Show(string file, int? port) => Microsoft.Playwright.Program.Main(
        port is { } served
            ? ["show-trace", "--host", "127.0.0.1", "--port", served.ToString(CultureInfo.InvariantCulture), file]
            : ["show-trace", file]);
}
