namespace PairingLab.Drivers.Bench;

/// <summary>A bench file is wrong; the message is one line: the file, the place in it, and what would be right.</summary>
public sealed class BenchFileException(string message) : Exception(message);
