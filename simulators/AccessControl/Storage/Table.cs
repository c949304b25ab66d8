using System.Reflection;
using System.Text.RegularExpressions;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// A table whose columns are the settable properties of a record: PanHash is pan_hash. So a column is named once, and statements, their
/// parameters and the reading of rows come from that name.
/// </summary>
/// <param name="name">The name of the table.</param>
internal sealed partial class Table<T>(string name)
    where T : class, new()
{
    private static readonly Column<T>[] Columns =
        [.. typeof(T).GetProperties().Where(p => p.SetMethod is not null).Select(p => Column<T>.Of(p, NameOf(p)))];

    /// <summary>An insert for Dapper, whose parameters are the properties.</summary>
    public string Insert { get; } =
        $"insert into {name} ({Names(Columns)}) values ({string.Join(", ", Columns.Select(c => $"@{c.Property}"))})";

    /// <summary>An insert that changes the row that has the key already.</summary>
    public string Upsert(string key)
    {
        var changed = Columns.Where(c => c.Property != key).Select(c => $"{c.Name} = @{c.Property}");
        return $"{Insert} on conflict ({Of(key).Name}) do update set {string.Join(", ", changed)}";
    }

    /// <summary>Some columns, by the names of their properties.</summary>
    public Selection Some(params string[] properties) => new(name, [.. properties.Select(Of)]);

    /// <summary>All columns but some.</summary>
    public Selection AllBut(params string[] properties) => new(name, [.. Columns.ExceptBy(properties, c => c.Property)]);

    private static Column<T> Of(string property) => Columns.Single(c => c.Property == property);

    private static string Names(Column<T>[] columns) => string.Join(", ", columns.Select(c => c.Name));

    private static string NameOf(PropertyInfo property) => WordStart().Replace(property.Name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=.)(?=[A-Z])", RegexOptions.ExplicitCapture)]
    private static partial Regex WordStart();

    /// <summary>Some columns of the table.</summary>
    internal sealed class Selection(string table, Column<T>[] columns)
    {
        /// <summary>An insert of these columns; the others get their defaults.</summary>
        public string Insert { get; } =
            $"insert into {table} ({Table<T>.Names(columns)}) values ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";

        /// <summary>The columns as a select names them.</summary>
        public string Names { get; } = Table<T>.Names(columns);

        /// <summary>The columns as an update sets them, from $1 on.</summary>
        public string Assignments { get; } = string.Join(", ", columns.Select((c, i) => $"{c.Name} = ${i + 1}"));

        /// <summary>The number of the first parameter after those of the columns.</summary>
        public int Next { get; } = columns.Length + 1;

        /// <summary>Gives a statement the values of these columns.</summary>
        public IStatement Bind(IStatement statement, T row)
        {
            foreach (var column in columns)
            {
                column.Bind(statement, row);
            }

            return statement;
        }

        /// <summary>The row that a select of these columns has reached.</summary>
        public T Read(IStatement statement)
        {
            var row = new T();
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i].Read(statement, i, row);
            }

            return row;
        }
    }
}

/// <summary>A column of a table, bound and read through the property that it is named after.</summary>
/// <param name="Name">The name in SQL.</param>
/// <param name="Property">The name of the property.</param>
/// <param name="Bind">Gives a statement the next value.</param>
/// <param name="Read">Sets the property from a column of the row that a statement has reached.</param>
internal sealed record Column<T>(string Name, string Property, Action<IStatement, T> Bind, Action<IStatement, int, T> Read)
{
    public static Column<T> Of(PropertyInfo property, string name)
    {
        var type = property.PropertyType;
        if (type == typeof(string))
        {
            var (get, set) = Accessors<string?>(property);
            return new(name, property.Name, (s, row) => s.With(get(row)), (s, i, row) => set(row, s.Text(i)));
        }

        if (type == typeof(long))
        {
            var (get, set) = Accessors<long>(property);
            return new(name, property.Name, (s, row) => s.With(get(row)), (s, i, row) => set(row, s.Number(i)));
        }

        if (type == typeof(DateTimeOffset))
        {
            var (get, set) = Accessors<DateTimeOffset>(property);
            return new(name, property.Name, (s, row) => s.With(get(row)), (s, i, row) => set(row, s.Time(i)));
        }

        // Tables that go through Dapper only may have other types.
        return new(name, property.Name, (_, _) => throw NotBound(property), (_, _, _) => throw NotBound(property));
    }

    private static (Func<T, TValue> Get, Action<T, TValue> Set) Accessors<TValue>(PropertyInfo property) =>
        (property.GetMethod!.CreateDelegate<Func<T, TValue>>(), property.SetMethod!.CreateDelegate<Action<T, TValue>>());

    private static NotSupportedException NotBound(PropertyInfo property) =>
        new($"{typeof(T).Name}.{property.Name}: a kept statement takes string, long and DateTimeOffset, not {property.PropertyType.Name}");
}
