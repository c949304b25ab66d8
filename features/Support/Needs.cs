namespace PairingLab.Features.Support;

/// <summary>What a step needs of a bench, beyond a device of that name.</summary>
public enum Need
{
    /// <summary>The device itself, where the step's words do not name it.</summary>
    Device,

    /// <summary>Its power is switched.</summary>
    Power,

    /// <summary>Its network is cut, slowed down or diverted.</summary>
    Cable,

    /// <summary>Its display is read over a serial line.</summary>
    Probe,

    /// <summary>Its serial line is damaged.</summary>
    Line,

    /// <summary>Its software is chosen: what the step's last value says.</summary>
    Software,

    /// <summary>Something that only a simulated device has.</summary>
    Simulator,
}

/// <summary>Says what a step needs of the devices that its words name, or of those given here.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsAttribute(Need what, params string[] devices) : Attribute
{
    /// <summary>What it needs.</summary>
    public Need What => what;

    /// <summary>Of which devices; none for those that the words name.</summary>
    public IReadOnlyList<string> Devices => devices;
}

/// <summary>Says that a device must be of the model that a value of the step names.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsModelAttribute(string device, int argument) : Attribute
{
    /// <summary>The device.</summary>
    public string Device => device;

    /// <summary>Which value of the step is the model; 0 is the first.</summary>
    public int Argument => argument;
}

/// <summary>Says that a step adds devices by itself, which no bench needs to have: "kiosk-*" for any number.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AddsAttribute(params string[] devices) : Attribute
{
    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Devices => devices;
}
