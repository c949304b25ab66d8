using System.Collections.Concurrent;
using System.Security.Cryptography;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Api.Tokens;

/// <summary>Validates tokens: their times, and their signature with the key of the terminal that they name.</summary>
public sealed class TokenRules(AccessControlSettings settings) : IDisposable
{
    /// <summary>The end of the year 9999.</summary>
    private const decimal LastSecond = 253_402_300_800m;

    private readonly ConcurrentDictionary<string, DeviceKey> keys = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether the times are valid: not issued in the future, not expired, lifetime not too long; clocks may differ by the skew.
    /// </summary>
    public bool TimesHold(DeviceToken token, DateTimeOffset now)
    {
        var skew = (decimal)settings.ClockSkew.TotalSeconds;
        var second = now.ToUnixTimeSeconds();
        return token.IssuedAt is >= 0 and < LastSecond && token.Expires < LastSecond // others could overflow the lifetime
            && token.Expires > token.IssuedAt
            && token.Expires - token.IssuedAt <= (decimal)settings.LongestTokenLife.TotalSeconds
            && token.IssuedAt <= second + skew
            && token.Expires >= second - skew;
    }

    /// <summary>The terminal that signed the token according to the cache; null when it must be looked up.</summary>
    public PairedTerminal? SignedByKnown(DeviceToken token) =>
        keys.TryGetValue(token.Subject, out var key) && key.Verifies(token.Signed, token.Signature) ? new(token.Subject, key.PublicKey)
        : null;

    /// <summary>The terminal, when it signed the token with the key that it was paired with; otherwise null.</summary>
    public PairedTerminal? SignedBy(DeviceToken token, TerminalRow? terminal)
    {
        if (terminal?.PublicKey is not { } publicKey)
        {
            Forget(token.Subject);
            return null;
        }

        // Another request may be using the old key, so it is not disposed.
        keys[terminal.Serial] = new(publicKey);
        return SignedByKnown(token);
    }

    /// <summary>Removes a terminal from the cache.</summary>
    public void Forget(string serial) => keys.TryRemove(serial, out _);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in keys.Values)
        {
            key.Dispose();
        }
    }
}
