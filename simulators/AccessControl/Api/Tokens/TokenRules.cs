using System.Collections.Concurrent;
using System.Security.Cryptography;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Api.Tokens;

/// <summary>Whether a token is good: its times, and its signature under the key of the terminal that it names.</summary>
public sealed class TokenRules(AccessControlSettings settings) : IDisposable
{
    private readonly ConcurrentDictionary<string, DeviceKey> keys = new(StringComparer.Ordinal);

    /// <summary>Whether the times hold: not from the future, not over, not too long a life; the clocks may differ a little.</summary>
    public bool TimesHold(DeviceToken token, DateTimeOffset now)
    {
        var skew = (long)settings.ClockSkew.TotalSeconds;
        var second = now.ToUnixTimeSeconds();
        return token.Expires > token.IssuedAt
            && token.Expires - token.IssuedAt <= (long)settings.LongestTokenLife.TotalSeconds
            && token.IssuedAt <= second + skew
            && token.Expires >= second - skew;
    }

    /// <summary>Whether the terminal signed it with the key that it was paired with, and is still paired.</summary>
    public bool IsSigned(DeviceToken token, TerminalRow? terminal)
    {
        if (terminal?.PublicKey is not { } publicKey)
        {
            return false;
        }

        var key = keys.GetValueOrDefault(terminal.Serial);
        if (key is null || key.PublicKey != publicKey)
        {
            // An old key that another request uses just now is left to the collector.
            keys[terminal.Serial] = key = new(publicKey);
        }

        return key.Verifies(token.Signed, token.Signature);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in keys.Values)
        {
            key.Dispose();
        }
    }
}
