using PairingLab.Kernel.Serial;

namespace PairingLab.Host.Pages;

/// <summary>How a serial line can be, in a person's words, and what brings it there (a "do" of <c>POST /lab/lines/{id}</c>).</summary>
internal static class LineStates
{
    public const string Sound = "sound";
    public const string Cut = "cut";
    public const string Unplugged = "unplugged";
    public const string Garbage = "garbage bytes";
    public const string Lossy = "loses bytes";
    public const string Stuck = "stuck segment";

    /// <summary>What is done, and the state after it.</summary>
    public static readonly IReadOnlyList<(string Act, string State)> All =
    [
        ("mend", Sound), ("cut", Cut), ("unplug", Unplugged), ("garbage", Garbage), ("lossy", Lossy), ("stuck-segment", Stuck),
    ];

    /// <summary>The state of a line; of several faults the first.</summary>
    public static string Of(SerialCable line) =>
        !line.Port.Plugged ? Unplugged
        : !line.Connected ? Cut
        : line.Faults is not [var first, ..] ? Sound
        : first switch
        {
            Kernel.Serial.Garbage => Garbage,
            StuckSegment => Stuck,
            _ => Lossy,
        };
}
