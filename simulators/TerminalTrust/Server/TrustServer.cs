using System.Security.Cryptography;
using System.Text;
using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Server;

/// <summary>A server that runs: the core with its keys, its disk and its clock.</summary>
public sealed class TrustServer : IDisposable
{
    private const int VpnKeyLength = 16;
    private const int TotpSecretLength = 20;

    private readonly LabClock clock;
    private readonly TrustSecrets secrets;
    private readonly Aggregate<ServerState, IServerCommand, IServerEvent> core;
    private readonly byte[] totpSecret;

    /// <summary>Boots a server from what its disk holds; a new one when there is nothing.</summary>
    public TrustServer(string id, TrustSettings settings, ILabStore store, LabClock clock, TrustSecrets secrets)
    {
        Settings = settings;
        this.clock = clock;
        this.secrets = secrets;
        var folder = FolderOf(id);
        Keys = ServerKeys.Load(store, folder, clock.GetUtcNow());
        totpSecret = LoadTotpSecret(store, folder);
        core = new(ServerMemory.Load(store, folder), Rules(store, folder), clock);
        core.Happened += (state, events) => Happened?.Invoke(state, events);
    }

    /// <summary>Told of the events of each command. Runs under the core's lock: be short.</summary>
    public event Action<ServerState, IReadOnlyList<IServerEvent>>? Happened;

    /// <summary>Its timers and limits.</summary>
    public TrustSettings Settings { get; }

    /// <summary>Its own keys.</summary>
    public ServerKeys Keys { get; }

    /// <summary>Its state now.</summary>
    public ServerState State => core.State;

    /// <summary>The secret that the operator's authenticator app has, in base 32.</summary>
    public string TotpSecret => Base32.From(totpSecret);

    /// <summary>Where a server's documents are.</summary>
    public static string FolderOf(string id) => $"terminal-trust/{id}";

    /// <summary>The server is reinstalled: nothing is left of its disk but where it listens. It must be without power.</summary>
    public static void Forget(string id, ILabStore store)
    {
        var gone = store.ReadAll($"{FolderOf(id)}/").Where(d => !d.Key.EndsWith("/ports", StringComparison.Ordinal));
        store.Save([.. gone.Select(d => (d.Key, (string?)null))]);
    }

    /// <summary>Decides what a terminal asks; those who ask at the same time share a write to the disk.</summary>
    public async Task<ServerAnswer> DoAsync(IServerCommand command) => new(await core.ExecuteAsync(_ => command).ConfigureAwait(false));

    /// <summary>Decides a command.</summary>
    public ServerAnswer Do(IServerCommand command) => new(core.Execute(_ => command));

    /// <summary>A user gives name and password.</summary>
    public ServerAnswer SignIn(string name, string password)
    {
        var user = CasUser.All.FirstOrDefault(u => string.Equals(u.Name, name, StringComparison.OrdinalIgnoreCase));
        return Do(new GivePassword(user?.Name ?? "", user?.Knows(password) ?? false, user?.HasTwoFactor ?? false));
    }

    /// <summary>A user gives the code of an authenticator app.</summary>
    public ServerAnswer GiveCode(string code) => Do(new GiveCode(Totp.StepOf(totpSecret, code, clock.GetUtcNow())));

    /// <summary>[Generate VPN configuration].</summary>
    public ServerAnswer GenerateVpn(string serial) => Do(new GenerateVpn(serial, Convert.ToHexString(secrets.Next(VpnKeyLength))));

    /// <summary>Whether a key opens the VPN for a terminal.</summary>
    public bool OpensVpn(string serial, string key) =>
        State.Terminals.TryGetValue(serial, out var terminal) && terminal.VpnKey is { } right
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(key));

    /// <inheritdoc />
    public void Dispose() => core.Dispose();

    private AggregateRules<ServerState, IServerCommand, IServerEvent> Rules(ILabStore store, string folder) => new(
        (state, command, now) => Decide.On(state, command, now, Settings),
        Evolve.After,
        state => Passing.NextDeadline(state, Settings),
        new PassTime(),
        (before, after) => ServerMemory.Keep(store, folder, before, after));

    private byte[] LoadTotpSecret(ILabStore store, string folder)
    {
        var key = $"{folder}/totp-secret";
        if (store.Read(key) is { } text)
        {
            return Convert.FromHexString(text);
        }

        var made = secrets.Next(TotpSecretLength);
        store.Save((key, Convert.ToHexString(made)));
        return made;
    }
}
