using System.Collections.Immutable;
using PairingLab.Commander.Core;

namespace PairingLab.Commander.Controller;

/// <summary>What a Commander keeps on its disk: the part of its state that survives a power cut.</summary>
public sealed record CommanderMemory(
    string Base,
    WrongTries WrongSiteOtps,
    ImmutableSortedDictionary<string, WrongTries> WrongPasswords,
    ImmutableSortedDictionary<string, PairedWorkstation> Paired,
    ImmutableList<SystemMessage> Messages)
{
    /// <summary>What is worth keeping of a state.</summary>
    public static CommanderMemory Of(CommanderState state) =>
        new(state.Base, state.WrongSiteOtps, state.WrongPasswords, state.Paired, state.Messages);

    /// <summary>The state in which a Commander with this memory boots.</summary>
    public CommanderState ToState() => CommanderState.New with
    {
        Base = Base,
        WrongSiteOtps = WrongSiteOtps,
        WrongPasswords = WrongPasswords,
        Paired = Paired,
        Messages = Messages,
    };
}
