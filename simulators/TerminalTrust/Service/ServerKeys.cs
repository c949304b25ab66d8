using System.Security.Cryptography.X509Certificates;
using PairingLab.Kernel.Store;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Service;

/// <summary>A server's certificates for gate and master. They belong to its licence key: a server that is migrated or
/// reinstalled under it keeps them, under another one it makes new ones.</summary>
public sealed class ServerKeys
{
    private ServerKeys(X509Certificate2 gate, X509Certificate2 master)
    {
        Gate = gate;
        Master = master;
        MasterFingerprint = Fingerprint.Of(master.RawData);
    }

    /// <summary>Gate's certificate.</summary>
    public X509Certificate2 Gate { get; }

    /// <summary>Master's certificate; terminals pin its fingerprint.</summary>
    public X509Certificate2 Master { get; }

    /// <summary>The fingerprint of master's certificate.</summary>
    public string MasterFingerprint { get; }

    /// <summary>Reads a server's keys, or makes them.</summary>
    public static ServerKeys Load(ILabStore store, string folder, DateTimeOffset now) =>
        new(Load(store, $"{folder}/gate-key", "gate", now), Load(store, $"{folder}/master-key", "master", now));

    private static X509Certificate2 Load(ILabStore store, string key, string name, DateTimeOffset now)
    {
        if (store.Read(key) is { } pem)
        {
            return SelfSignedCertificate.FromPem(pem);
        }

        var made = SelfSignedCertificate.Create(name, now);
        store.Save((key, SelfSignedCertificate.ToPem(made)));
        return made;
    }
}
