namespace PairingLab.Kernel.Screens;

/// <summary>A step of a pairing guide.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Title">What it is about, in the words of the system's guide.</param>
/// <param name="Device">The id of the device to work.</param>
/// <param name="Text">What to do there; names of buttons in brackets.</param>
public sealed record GuideStep(int Number, string Title, string Device, string Text);
