using System.Globalization;

namespace PairingLab.Drivers.Wire;

/// <summary>
/// A panel as it came over the wire, with its version: a number that differs after every change, null when the lab gives none.
/// </summary>
internal sealed record WireReading(PanelReading Panel, long? Version)
{
    public static long? VersionOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues(PanelReading.VersionHeader, out var values)
        && long.TryParse(values.First(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
