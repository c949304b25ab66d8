using System.Text.Json;

namespace PairingLab.AccessControl.ThirdParties;

/// <summary>What a third party can do instead of answering. The database's errors are not among it.</summary>
internal static class NoAnswer
{
    /// <summary>Whether it is down or late (the first line), or what it said is nonsense.</summary>
    public static bool Is(Exception e) =>
        e is HttpRequestException or IOException or OperationCanceledException
            or JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or NotSupportedException or OverflowException;
}
