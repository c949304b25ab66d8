using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;

namespace PairingLab.Commander.Service;

/// <summary>
/// How workstation (A) and Commander (B) prove to each other that they know the six characters, without showing anything that could
/// be searched for them: SPAKE2 of RFC 9382, with the parameters of docs/protocols/commander.md. A guess costs a session.
/// </summary>
public sealed class PairingExchange
{
    // scrypt (RFC 7914): N, r, p: 4 MB. An OTP lives for minutes, and nothing that is kept or sent can be tested against it.
    private const int Cost = 4096;
    private const int Blocks = 8;
    private const int Lanes = 1;
    private const int StretchedLength = 40;

    private readonly Spake2 side;
    private readonly byte[] workstation;
    private readonly byte[] fingerprint;

    private PairingExchange(bool isWorkstation, string session, string otp, string workstation, byte[] fingerprint)
    {
        side = Spake2.Begin(isWorkstation, SCrypt.Generate(
            Encoding.UTF8.GetBytes(otp), Encoding.UTF8.GetBytes(session), Cost, Blocks, Lanes, StretchedLength));
        this.workstation = Encoding.UTF8.GetBytes(workstation);
        this.fingerprint = fingerprint;
        Session = session;
    }

    /// <summary>The pairing session; each has an exchange of its own.</summary>
    public string Session { get; }

    /// <summary>What this side sends first.</summary>
    public byte[] Share => side.Share.ToArray();

    /// <summary>The workstation's side.</summary>
    /// <param name="session">Id of the pairing session.</param>
    /// <param name="otp">Six characters of the pairing alphabet.</param>
    /// <param name="workstation">The workstation's id.</param>
    /// <param name="fingerprint">SHA-256 of the certificate that the Commander showed in the TLS handshake.</param>
    public static PairingExchange AtWorkstation(string session, string otp, string workstation, byte[] fingerprint) =>
        new(isWorkstation: true, session, otp, workstation, fingerprint);

    /// <summary>The Commander's side; the fingerprint is that of its own certificate.</summary>
    public static PairingExchange AtCommander(string session, string otp, string workstation, byte[] fingerprint) =>
        new(isWorkstation: false, session, otp, workstation, fingerprint);

    /// <summary>What both sides must show each other, the workstation first.</summary>
    /// <param name="share">The other side's share.</param>
    /// <param name="pkcs10">The workstation's request, DER: it is vouched for with the rest.</param>
    /// <exception cref="CryptographicException">The share is no point of P-256.</exception>
    public Spake2Confirmations Confirm(byte[] share, byte[] pkcs10) => side.Finish(workstation, fingerprint, share, pkcs10);

    /// <summary>Whether a confirmation is right; takes the same time whatever is wrong with it.</summary>
    public static bool IsRight(byte[] expected, byte[] confirmation) => CryptographicOperations.FixedTimeEquals(expected, confirmation);
}
