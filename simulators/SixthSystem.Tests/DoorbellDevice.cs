using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;

namespace PairingLab.SixthSystem.Tests;

/// <summary>What a chime or a bell knows.</summary>
/// <param name="Shown">What its screen says.</param>
/// <param name="Typed">What stands in the field of a bell.</param>
/// <param name="Asked">What is being asked.</param>
public sealed record DoorbellState(string Shown, string Typed = "", DoorbellRequest? Asked = null);

/// <summary>Asks for a code, or learns one.</summary>
/// <param name="Code">The code to be learnt; null to have one made.</param>
public sealed record DoorbellRequest(string? Code = null);

/// <summary>A code that was made, or the chime that a bell is paired with now.</summary>
public sealed record DoorbellReply(string? Code = null, string? PairedWith = null);

/// <summary>A chime and a bell: one button each.</summary>
public sealed class DoorbellLogic(DeviceInfo info) : IDeviceLogic<DoorbellState, DoorbellRequest, DoorbellReply>
{
    private readonly bool isChime = info.Kind == DoorbellSystem.ChimeKind;

    /// <inheritdoc />
    public DoorbellState Boot(DeviceDisk disk, DateTimeOffset now) => new("Not paired");

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(DoorbellState state) => [];

    /// <inheritdoc />
    public Panel Show(DoorbellState state) => new(
        info.Id, info.Model, [state.Shown], [new(isChime ? "Pair" : "Learn")], isChime ? [] : [new("Code", state.Typed)]);

    /// <inheritdoc />
    public DoorbellState Press(DoorbellState state, string button, DateTimeOffset now) => button switch
    {
        "Pair" when isChime => state with { Asked = new() },
        "Learn" when !isChime => state with { Asked = new(state.Typed) },
        _ => state,
    };

    /// <inheritdoc />
    public DoorbellState Type(DoorbellState state, string field, string text) => state with { Typed = text };

    /// <inheritdoc />
    public IEnumerable<DoorbellRequest> Wants(DoorbellState state) => state.Asked is { } asked ? [asked] : [];

    /// <inheritdoc />
    public DoorbellState Receive(DoorbellState state, DoorbellRequest asked, DoorbellReply reply, DateTimeOffset now) => state with
    {
        Asked = null,
        Shown = reply switch
        {
            { Code: { } code } => $"Code {code}",
            { PairedWith: { } chime } => $"Paired with {chime}",
            _ => "Wrong code",
        },
    };
}
