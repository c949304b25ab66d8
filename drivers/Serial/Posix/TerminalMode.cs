using System.Runtime.InteropServices;

namespace PairingLab.Drivers.Serial;

/// <summary>Sets a terminal raw, with the speed and frame of the settings, and makes sure that its driver took them.</summary>
internal static class TerminalMode
{
    public static void Set(int file, string path, SerialSettings settings)
    {
        if (Libc.GetAttributes(file, out var mode) != 0)
        {
            throw PortTrouble.NotATerminal(path);
        }

        var wanted = With(mode, path, settings);
        // Flush: what lay unread in the buffer was shown before anybody looked, so it is no news.
        if (Libc.SetAttributes(file, Libc.AfterDrainAndFlush, wanted) != 0)
        {
            throw PortTrouble.Unsupported(path, $"its driver refuses {settings} (error {Marshal.GetLastPInvokeError()}); 9600 8N1 works everywhere");
        }

        // tcsetattr succeeds when it could do anything at all, so only reading back tells what was really set.
        if (Libc.GetAttributes(file, out var got) != 0)
        {
            throw PortTrouble.Lost(path, "it vanished while it was being set");
        }

        Compare(path, settings, wanted, got);
    }

    private static Termios With(Termios mode, string path, SerialSettings settings)
    {
        Libc.MakeRaw(ref mode);
        mode.Control &= ~(Termios.SizeMask | Termios.TwoStopBits | Termios.ParityOn | Termios.ParityOdd | Termios.FlowControl);
        mode.Control |= Frame(path, settings) | Termios.Receive | Termios.NoModem;
        if (settings.Parity != SerialParity.None)
        {
            mode.Input |= Termios.CheckParity | Termios.IgnoreParityErrors;
        }

        var code = BaudCodes.Of(settings.Baud)
            ?? throw PortTrouble.Unsupported(path, $"{settings.Baud} is no baud rate that this system knows; there are: {BaudCodes.All}");
        _ = Libc.SetSpeed(ref mode, code);
        return mode;
    }

    private static uint Frame(string path, SerialSettings settings)
    {
        if (settings.DataBits is < 5 or > 8 || settings.StopBits is < 1 or > 2)
        {
            throw PortTrouble.Unsupported(path, $"there are 5 to 8 data bits and 1 or 2 stop bits, not {settings.DataBits} and {settings.StopBits}");
        }

        var parity = settings.Parity switch
        {
            SerialParity.Even => Termios.ParityOn,
            SerialParity.Odd => Termios.ParityOn | Termios.ParityOdd,
            _ => 0u,
        };
        return (uint)(settings.DataBits - 5) << 4 | (settings.StopBits == 2 ? Termios.TwoStopBits : 0) | parity;
    }

    private static void Compare(string path, SerialSettings settings, in Termios wanted, in Termios got)
    {
        var speed = Libc.GetSpeed(got);
        if (speed != Libc.GetSpeed(wanted))
        {
            throw PortTrouble.Unsupported(path, $"its driver refuses {settings.Baud} baud and stays at {BaudCodes.Rate(speed)}");
        }

        const uint parity = Termios.ParityOn | Termios.ParityOdd;
        if (((got.Control ^ wanted.Control) & parity) != 0)
        {
            throw PortTrouble.Unsupported(path, $"its driver refuses parity {settings.Parity} (a pseudo-terminal has no parity bit); use None there");
        }

        if (((got.Control ^ wanted.Control) & (Termios.SizeMask | Termios.TwoStopBits)) != 0)
        {
            throw PortTrouble.Unsupported(path, $"its driver refuses {settings.DataBits} data bits and {settings.StopBits} stop bits");
        }
    }
}
