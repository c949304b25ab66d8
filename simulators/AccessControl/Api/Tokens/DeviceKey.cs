using System.Security.Cryptography;

namespace PairingLab.AccessControl.Api.Tokens;

/// <summary>A terminal's public key, parsed once: parsing takes longer than verifying a signature.</summary>
internal sealed class DeviceKey : IDisposable
{
    private readonly Lock gate = new();
    private readonly RSA rsa = RSA.Create();

    public DeviceKey(string publicKey)
    {
        PublicKey = publicKey;
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
    }

    public string PublicKey { get; }

    public bool Verifies(byte[] signed, byte[] signature)
    {
        lock (gate)
        {
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public void Dispose() => rsa.Dispose();
}
