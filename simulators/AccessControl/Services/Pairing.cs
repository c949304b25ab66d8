using System.Security.Cryptography;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>A pairing code and until when it can be used.</summary>
public sealed record PairingCode(string Code, DateTimeOffset Until);

/// <summary>Pairing codes, and the pairing of terminals with them.</summary>
public sealed class Pairing(IMacsDatabase database, PanHasher hashes, LabClock clock, AccessControlSettings settings, Func<int, int> next)
{
    /// <summary>Digits of a pairing code.</summary>
    public const int CodeLength = 8;

    private const int KeyBits = 2048;

    private readonly GuessLimit guesses = new(clock, settings.PairingLockOut);

    /// <summary>
    /// The button [Get Pairing Code]: makes a new code and invalidates the one before. Null when the terminal is paired: "Pair code cannot
    /// be generated for the paired POSes" (Access Control description).
    /// </summary>
    /// <exception cref="KeyNotFoundException">The serial number is unknown.</exception>
    public Task<PairingCode?> GetCodeAsync(string serial)
    {
        var code = string.Concat(Enumerable.Range(0, CodeLength).Select(_ => (char)('0' + next(10))));
        return database.RunAsync(session =>
        {
            var terminal = Terminals.Find(session, serial, forUpdate: true) ?? throw new KeyNotFoundException(serial);
            if (terminal.PublicKey is not null)
            {
                return null;
            }

            var until = clock.GetUtcNow() + settings.PairingCodeLifetime;
            Terminals.GiveCode(session, serial, Hash(serial, code), until);
            guesses.Forget(Terminal(serial));
            return new PairingCode(code, until);
        });
    }

    /// <summary>
    /// Pairs a terminal: checks its code, then its key. Of two simultaneous requests one succeeds. Null on success, otherwise the refusal.
    /// </summary>
    public async Task<Refusal?> PairAsync(string serial, string code, string publicKey, string address = "")
    {
        var (terminal, from) = (Terminal(serial), $"address {address}");
        if (guesses.Take(out var guess, (terminal, settings.PairingGuesses), (from, settings.PairingGuessesPerAddress)) is not null)
        {
            return Refusal.TooManyGuesses;
        }

        var refusal = await CheckAndPairAsync(serial, code, publicKey);
        if (refusal is not (Refusal.InvalidPairingCode or Refusal.UnknownSerial))
        {
            guesses.TakeBack(guess);
        }

        if (refusal is null)
        {
            guesses.Forget(terminal);
        }

        return refusal;
    }

    private static string Terminal(string serial) => $"terminal {serial}";

    private Task<Refusal?> CheckAndPairAsync(string serial, string code, string publicKey) => database.RunAsync<Refusal?>(session =>
    {
        if (Terminals.Find(session, serial, forUpdate: true) is not { } terminal)
        {
            return Refusal.UnknownSerial;
        }

        if (terminal.PublicKey is not null)
        {
            return Refusal.AlreadyPaired;
        }

        if (terminal.CodeHash is null || terminal.CodeUntil <= clock.GetUtcNow() || terminal.CodeHash != Hash(serial, code))
        {
            return Refusal.InvalidPairingCode;
        }

        if (!IsKey(publicKey))
        {
            return Refusal.InvalidPublicKey;
        }

        Terminals.Pair(session, serial, publicKey, clock.GetUtcNow());
        return null;
    });

    /// <summary>
    /// Ends a pairing; tokens signed with the terminal's key are refused from now on. False when the terminal was not paired.
    /// </summary>
    public Task<bool> UnpairAsync(string serial) => database.RunAsync(session => Terminals.Unpair(session, serial) == 1);

    /// <summary>Whether the text is exactly the base64 of an RSA public key of 2048 bits (SubjectPublicKeyInfo, DER).</summary>
    private static bool IsKey(string publicKey)
    {
        try
        {
            var der = Convert.FromBase64String(publicKey);
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(der, out var read);
            return read == der.Length && rsa.KeySize == KeyBits;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The code is stored as a hash and bound to its serial number.</summary>
    private string Hash(string serial, string code) => hashes.Hash($"{serial}:{code}");
}
