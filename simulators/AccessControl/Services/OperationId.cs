using System.Globalization;
using System.Security.Cryptography;

namespace PairingLab.AccessControl.Services;

/// <summary>Ids of operations: unguessable, and sorted by time and then by the order in which they were made.</summary>
internal static class OperationId
{
    private const int RandomBytes = 12;

    private static int count;

    public static string New(DateTimeOffset at)
    {
        var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        var place = Interlocked.Increment(ref count);
        return string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():x12}{place:x8}{random}");
    }
}
