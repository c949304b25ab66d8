using System.Collections.Immutable;
using PairingLab.Commander.Core;

namespace PairingLab.Commander.Service;

/// <summary>What a Commander keeps on its disk: the part of its state that survives a power cut.</summary>
public sealed record CommanderMemory(
    string Base,
    WrongTries WrongSiteOtps,
    ImmutableSortedDictionary<string, WrongTries> WrongPasswords,
    ImmutableSortedDictionary<string, PairedWorkstation> Paired,
    ImmutableList<SystemMessage> Messages,
    ImmutableSortedDictionary<string, UserAccess>? Users = null,
    PasswordSettings? PasswordSettings = null,
    ImmutableSortedDictionary<string, UserPassword>? Passwords = null,
    ImmutableSortedDictionary<string, UserMail>? Mail = null)
{
    /// <summary>The part of a state that is stored.</summary>
    public static CommanderMemory Of(CommanderState state) =>
        new(
            state.Base, state.WrongSiteOtps, state.WrongPasswords, state.Paired, state.Messages, state.Users, state.PasswordSettings,
            state.Passwords, state.Mail);

    /// <summary>The state in which a Commander with this memory boots.</summary>
    public CommanderState ToState() => CommanderState.New with
    {
        Base = Base,
        WrongSiteOtps = WrongSiteOtps,
        WrongPasswords = WrongPasswords,
        Paired = Paired,
        Messages = Messages,
        Users = Users ?? CommanderState.New.Users,
        PasswordSettings = PasswordSettings ?? CommanderState.New.PasswordSettings,
        Passwords = Passwords ?? CommanderState.New.Passwords,
        Mail = Mail ?? CommanderState.New.Mail,
    };
}
