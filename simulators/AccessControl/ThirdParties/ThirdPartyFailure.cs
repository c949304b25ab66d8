using System.Text.Json;

namespace PairingLab.AccessControl.ThirdParties;

/// <summary>How calls to third parties fail. Errors of the database are not among these.</summary>
internal static class ThirdPartyFailure
{
    /// <summary>Whether the third party is down or late (first line), or its answer is malformed.</summary>
    public static bool Is(Exception e) =>
        e is HttpRequestException or IOException or OperationCanceledException
            or JsonException or FormatException or KeyNotFoundException or InvalidOperationException
            or ArgumentException or NotSupportedException or OverflowException;
}
