using System.Text.RegularExpressions;

namespace PairingLab.Drivers.Record;

/// <summary>Reads what a person types while a bench is recorded.</summary>
public static partial class OperatorNote
{
    /// <summary>
    /// <c>pos-1 [Pair POS]</c> is a press and <c>pos-1 shows Successfully Paired</c> a screen, at devices that the lab can't see;
    /// all else is a note.
    /// </summary>
    /// <param name="line">What was typed.</param>
    /// <param name="devices">The devices of the bench.</param>
    public static Happening Read(string line, IReadOnlyCollection<string> devices)
    {
        line = line.Trim();
        var of = About().Match(line);
        var device = of.Success && devices.Contains(of.Groups["device"].Value) ? of.Groups["device"].Value : null;
        return device is null ? new Noted("bench", line)
            : of.Groups["button"].Success ? new ButtonPressed(device, of.Groups["button"].Value)
            : of.Groups["shows"].Success ? new SaidToShow(device, of.Groups["shows"].Value.Trim('"'))
            : new Noted(device, of.Groups["words"].Value);
    }

    [GeneratedRegex(
        @"^(?<device>[a-z][a-z0-9-]*):?\s+(\[(?<button>[^\]]+)\]|shows\s+(?<shows>.+)|(?<words>.+))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex About();
}
