using System.Security.Cryptography.X509Certificates;
using PairingLab.Kernel.Store;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Server;

/// <summary>A server's own keys: a certificate for gate and one for master. A migrated server keeps them, a reinstalled one has new ones.</summary>
public sealed class ServerKeys
{
    private ServerKeys(X509Certificate2 gate, X509Certificate2 master)
    {
        Gate = gate;
        Master = master;
        MasterFingerprint = Fingerprint.Of(master.RawData);
    }

    /// <summary>What gate serves with.</summary>
    public X509Certificate2 Gate { get; }

    /// <summary>What master serves with; terminals pin its fingerprint.</summary>
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
            return OwnCertificate.FromPem(pem);
        }

        var made = OwnCertificate.Create(name, now);
        store.Save((key, OwnCertificate.ToPem(made)));
        return made;
    }
}
