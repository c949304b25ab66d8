namespace PairingLab.Kernel.Panels;

/// <summary>
/// What the lab tells a tester beside a device: it never stands on the device's own screen, and so never in its <see cref="Panel"/>.
/// </summary>
/// <param name="Title">What it is about.</param>
/// <param name="Lines">What there is to say.</param>
public sealed record TesterNote(string Title, params IReadOnlyList<string> Lines);
