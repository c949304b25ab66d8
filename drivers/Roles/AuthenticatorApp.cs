using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Roles;

/// <summary>The authenticator app on somebody's phone: RFC 6238 with HMAC-SHA-1, six digits, a new code every 30 s.</summary>
/// <param name="secret">The secret in base 32, as the app is given it.</param>
/// <param name="time">The time that the phone shows.</param>
public sealed class AuthenticatorApp(string secret, ILabTime time)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Step = 30;
    private long last = -1;

    /// <summary>A code that was not given before: who has just used one waits for the next.</summary>
    public async Task<string> NextCodeAsync()
    {
        var now = await StepAsync();
        if (now <= last)
        {
            var next = DateTimeOffset.FromUnixTimeSeconds((last + 1) * Step);
            await time.PassAsync(next - await time.NowAsync());
            now = last + 1;
        }

        last = now;
        return Code(now);
    }

    /// <summary>The code that was given last.</summary>
    public string LastCode() => Code(last);

    /// <summary>The code of so many steps ago.</summary>
    public async Task<string> CodeAgoAsync(int steps) => Code(await StepAsync() - steps);

    private async Task<long> StepAsync() => (await time.NowAsync()).ToUnixTimeSeconds() / Step;

    private string Code(long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 and every authenticator app use HMAC-SHA-1.
        var hash = HMACSHA1.HashData(Bytes(), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private byte[] Bytes()
    {
        var bytes = new byte[secret.Length * 5 / 8];
        for (var i = 0; i < bytes.Length * 8; i++)
        {
            var bit = (Alphabet.IndexOf(secret[i / 5], StringComparison.Ordinal) >> (4 - (i % 5))) & 1;
            bytes[i / 8] |= (byte)(bit << (7 - (i % 8)));
        }

        return bytes;
    }
}
