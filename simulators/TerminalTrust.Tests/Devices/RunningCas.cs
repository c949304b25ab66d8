using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>A server with its admin page, on a disk that can be full.</summary>
internal sealed class RunningCas : IAsyncDisposable
{
    public const string DiskFull = "the disk is full";

    private readonly FullDiskStore store = new();

    private RunningCas() => Device = new(new("cas-1", "cas", "terminal-trust", "CAS"), new(), store, new SteppedClock(), new(1));

    public CasDevice Device { get; }

    /// <summary>The server, as terminals reach it.</summary>
    public TrustServer Server => Device.Server!;

    public bool IsDiskFull { set => store.IsFull = value; }

    public Panel Panel => Device.Panel;

    /// <summary>All that is on the disk.</summary>
    public string Disk => string.Join('\n', store.ReadAll("").Select(d => $"{d.Key} {d.Value}"));

    public static async Task<RunningCas> StartAsync()
    {
        var cas = new RunningCas();
        await cas.Device.PowerAsync(on: true);
        return cas;
    }

    /// <summary>The operator is signed in.</summary>
    public static async Task<RunningCas> StartSignedInAsync()
    {
        var cas = await StartAsync();
        cas.SignIn();
        return cas;
    }

    public void SignIn()
    {
        Server.Do(new GivePassword("operator", Right: true, HasTwoFactor: true));
        Server.Do(new GiveCode(Server.State.LastCodes.GetValueOrDefault("operator") + 1));
    }

    public Task PressAsync(string button) => Device.PressAsync(button);

    public Task EnterAsync(string field, string text) => Device.EnterAsync(field, text);

    /// <summary>[Create terminal] and the rest.</summary>
    public async Task CreateAsync(string serial)
    {
        await PressAsync("Create terminal");
        await EnterAsync(CasFields.Serial, serial);
        await PressAsync("Create");
    }

    public async Task LosePowerForAMomentAsync()
    {
        await Device.PowerAsync(on: false);
        await Device.PowerAsync(on: true);
    }

    public ValueTask DisposeAsync() => Device.DisposeAsync();

    private sealed class FullDiskStore : ILabStore
    {
        private readonly MemoryStore inner = new();

        public bool IsFull { get; set; }

        public string? Read(string key) => inner.Read(key);

        public IReadOnlyList<KeyValuePair<string, string>> ReadAll(string prefix) => inner.ReadAll(prefix);

        public void Save(params ReadOnlySpan<(string Key, string? Document)> changes)
        {
            if (IsFull)
            {
                throw new StoreException(DiskFull);
            }

            inner.Save(changes);
        }

        public void Dispose() => inner.Dispose();
    }
}
