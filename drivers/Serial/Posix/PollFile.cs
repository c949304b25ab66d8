using System.Runtime.InteropServices;

namespace PairingLab.Drivers.Serial;

/// <summary><c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct PollFile(int File, short Wanted, short Came);
