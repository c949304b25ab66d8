using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>A terminal's disk: its key, its settings, and what it has of a firmware package.</summary>
internal sealed class KioskDisk(string id, ILabStore store)
{
    private KioskMemory? kept;

    /// <summary>The key and certificate; made on first boot.</summary>
    public X509Certificate2 Identity(string serial, DateTimeOffset now)
    {
        if (store.Read(Key("identity")) is { } pem)
        {
            return OwnCertificate.FromPem(pem);
        }

        var made = OwnCertificate.Create(serial, now);
        store.Save((Key("identity"), OwnCertificate.ToPem(made)));
        return made;
    }

    /// <summary>What it remembers; null for a new one.</summary>
    public KioskMemory? Read() => kept = store.Read(Key("memory")) is { } json ? JsonSerializer.Deserialize<KioskMemory>(json, LabJson.Options) : null;

    /// <summary>Writes what has changed.</summary>
    public void Keep(KioskState state)
    {
        var memory = KioskMemory.Of(state);
        if (memory != kept)
        {
            store.Save((Key("memory"), JsonSerializer.Serialize(memory, LabJson.Options)));
            kept = memory;
        }
    }

    /// <summary>What is there of a package: so many bytes.</summary>
    public byte[] Package(int length) =>
        length > 0 && store.Read(Key("package")) is { } text && Convert.FromBase64String(text) is var all && all.Length >= length ? all[..length] : [];

    /// <summary>Puts a piece behind what is there; gives the whole.</summary>
    public byte[] Append(int length, byte[] piece)
    {
        byte[] all = [.. Package(length), .. piece];
        store.Save((Key("package"), Convert.ToBase64String(all)));
        return all;
    }

    /// <summary>Takes things off the disk.</summary>
    public void Wipe(KioskState state)
    {
        var left = JsonSerializer.Serialize(KioskMemory.Of(state).After(state.Wipe), LabJson.Options);
        store.Save((Key("memory"), left), (Key("package"), null));
        if (state.Wipe == KioskWipe.FactoryReset)
        {
            store.Save((Key("identity"), null));
        }
    }

    private string Key(string what) => $"kiosk/{id}/{what}";
}
