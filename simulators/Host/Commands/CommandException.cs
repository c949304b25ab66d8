namespace PairingLab.Host.Commands;

/// <summary>A command can't do its work; the message is one line: what is wrong, and what would be right.</summary>
public sealed class CommandException(string message) : Exception(message);
