-- Since when a step of a playbook has been planned in each life of a partnership; there were no playbooks before.
alter table life_figures add column followed_at timestamptz;
