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
        return token.IssuedAt >= 0 // what lies further back could make a life that overflows
            && token.Expires > token.IssuedAt
            && token.Expires - token.IssuedAt <= (long)settings.LongestTokenLife.TotalSeconds
            && token.IssuedAt <= second + skew
            && token.Expires >= second - skew;
    }

    /// <summary>The terminal that signed it, as far as is remembered; null when that must be looked up.</summary>
    public PairedTerminal? SignedByKnown(DeviceToken token) =>
        keys.TryGetValue(token.Subject, out var key) && key.Verifies(token.Signed, token.Signature) ? new(token.Subject, key.PublicKey) : null;

    /// <summary>The terminal as paired, when it signed the token with the key that it was paired with; else null.</summary>
    public PairedTerminal? SignedBy(DeviceToken token, TerminalRow? terminal)
    {
        if (terminal?.PublicKey is not { } publicKey)
        {
            Forget(token.Subject);
            return null;
        }

        // An old key that another request uses just now is left to the collector.
        keys[terminal.Serial] = new(publicKey);
        return SignedByKnown(token);
    }

    /// <summary>What is remembered of the terminal does not hold any more.</summary>
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
