using PairingLab.Kernel.Screens;

namespace PairingLab.Kernel.Panels;

/// <summary>One of the lab's pairing systems, as a site runs it.</summary>
public interface IPairingSystem : IAsyncDisposable
{
    /// <summary>What it says of itself.</summary>
    SystemDescription Description { get; }

    /// <summary>What the directory says of it now.</summary>
    IEnumerable<SystemInfo> Directory { get; }

    /// <summary>Switches on everything but the devices: servers that are there as long as the site is.</summary>
    Task StartAsync(CancellationToken cancel);

    /// <summary>
    /// Makes a device of one of its kinds and models, without power. Null, with what would be right, when the rest of the spec is wrong.
    /// </summary>
    (IDevice? Device, string? WhyNot) Make(DeviceInfo info, DeviceSpec spec);

    /// <summary>Plugs a device's cable into another device. What is wrong with it, null when nothing is.</summary>
    string? Connect(string device, string to);

    /// <summary>
    /// The devices that this one's cable can be plugged into, and the one it is plugged into now; none when it has no choice.
    /// </summary>
    (IReadOnlyList<string> Ids, string? Now) Connections(string device);

    /// <summary>The way through its pairing with the devices that are there; null when one that it takes is missing.</summary>
    PairingGuide? Guide(IReadOnlyList<IDevice> devices);

    /// <summary>Writes what it keeps outside of the lab's store into a data folder; nothing where it keeps all of it there.</summary>
    Task SaveAsync(string folder) => Task.CompletedTask;

    /// <summary>Forgets what it keeps outside of the lab's store, once it is disposed; nothing where it keeps all of it there.</summary>
    void Forget()
    {
    }

    /// <summary>What the lab does for a person at the bench that no device there does; nothing when nobody is missing.</summary>
    IReadOnlyList<LabHelp> Help(IReadOnlyList<IDevice> devices) => [];
}
