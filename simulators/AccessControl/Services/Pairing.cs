using System.Security.Cryptography;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>Pairing codes, and the pairing of terminals with them.</summary>
public sealed class Pairing(IMacsDatabase database, PanVault hashes, LabClock clock, AccessControlSettings settings, Func<int, int> next)
{
    /// <summary>Digits of a pairing code (seed: "it length is 8 characters").</summary>
    public const int CodeLength = 8;

    private const int KeyBits = 2048;

    /// <summary>
    /// [Get Pairing Code]: a new code, the one before it is worth nothing any more. Null when the terminal is paired; seed: "Pair code
    /// cannot be generated for the paired POSes".
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such terminal.</exception>
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
            return new PairingCode(code, until);
        });
    }

    /// <summary>
    /// Pairs a terminal: its code, then its key is looked at. Of two requests at once one is paired. Null when it is paired now, else
    /// the error code.
    /// </summary>
    public Task<string?> PairAsync(string serial, string code, string publicKey) => database.RunAsync(session =>
    {
        if (Terminals.Find(session, serial, forUpdate: true) is not { } terminal)
        {
            return "UNKNOWN_DEVICE";
        }

        if (terminal.PublicKey is not null)
        {
            return "ALREADY_PAIRED";
        }

        if (terminal.CodeHash is null || terminal.CodeUntil <= clock.GetUtcNow() || terminal.CodeHash != Hash(serial, code))
        {
            return "INVALID_PAIRING_CODE";
        }

        if (!IsKey(publicKey))
        {
            return "INVALID_PUBLIC_KEY";
        }

        Terminals.Pair(session, serial, publicKey, clock.GetUtcNow());
        return null;
    });

    /// <summary>Ends a pairing; what the terminal's key signed is worth nothing from now on. False when it was not paired.</summary>
    public Task<bool> UnpairAsync(string serial) => database.RunAsync(session => Terminals.Unpair(session, serial) == 1);

    /// <summary>Whether it is base64 of an RSA public key of 2048 bits (SubjectPublicKeyInfo, DER) and nothing else.</summary>
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

    /// <summary>The code is kept as a hash and bound to its serial number.</summary>
    private string Hash(string serial, string code) => hashes.Hash($"{serial}:{code}");
}
