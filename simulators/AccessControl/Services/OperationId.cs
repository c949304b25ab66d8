using System.Globalization;
using System.Security.Cryptography;

namespace PairingLab.AccessControl.Services;

/// <summary>Ids of operations: nobody can guess one, and those of one moment are in the order in which they were made.</summary>
internal static class OperationId
{
    private const int RandomBytes = 12;

    private static int count;

    public static string New(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture,
        $"{at.ToUnixTimeMilliseconds():x12}{Interlocked.Increment(ref count):x8}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}");
}
