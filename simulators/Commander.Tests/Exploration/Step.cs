using PairingLab.Commander.Core;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>One command that a Commander decided, as an onlooker saw it.</summary>
internal sealed record Step(
    CommanderState Before, ICommanderCommand Command, IReadOnlyList<ICommanderEvent> Events, CommanderState After, DateTimeOffset Now, bool KnowsOtp);
