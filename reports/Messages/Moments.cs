using System.Text.Json.Nodes;

namespace PairingLab.Reports.Messages;

/// <summary>Times as messages have them: seconds and nanoseconds.</summary>
internal static class Moments
{
    private const int NanosPerTick = 100;

    public static JsonObject Timestamp(DateTimeOffset time) => Of(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks);

    public static JsonObject Duration(double milliseconds) => Of(TimeSpan.FromMilliseconds(milliseconds).Ticks);

    private static JsonObject Of(long ticks)
    {
        var (seconds, rest) = Math.DivRem(ticks, TimeSpan.TicksPerSecond);
        return new JsonObject { ["seconds"] = seconds, ["nanos"] = (int)rest * NanosPerTick };
    }
}
